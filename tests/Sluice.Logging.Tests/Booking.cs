using Sluice.Tests.Shared;

namespace Sluice.Logging.Tests;

/// <summary>Fails after two compensated stages. Each compensation takes a second, and the compensation of the first stage fails.</summary>
[Pipeline]
internal sealed partial class Booking(ManualTimeProvider clock)
{
    public partial long Run<TObserver>(int number, TObserver observer, RunContext context)
        where TObserver : struct, IRunObserver;

    [Stage, Compensate(nameof(Release))]
    private static string Reserve(int number) => $"{number}";

    [Stage, Compensate(nameof(Refund))]
    private static double Charge(string reserved) => reserved.Length;

    [Stage]
    private static long Confirm(double charged) => throw new InvalidDataException($"{charged}");

    private void Release()
    {
        Refund();
        throw new InvalidOperationException("reserved for ever");
    }

    private void Refund() => clock.Advance(TimeSpan.FromSeconds(1));
}
