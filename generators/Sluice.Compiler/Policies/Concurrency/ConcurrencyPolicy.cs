namespace Sluice.Compiler.Policies.Concurrency;

/// <summary>A limit on the calls of a stage that are under way at once.</summary>
/// <param name="Limit">The maximum number of calls under way.</param>
/// <param name="QueueLimit">The maximum number of waiting calls.</param>
internal sealed record ConcurrencyPolicy(int Limit, int QueueLimit) : PolicyModel
{
    private static readonly WaitReason Place = new("may wait for its [Concurrency]", "remove [Concurrency]");

    public override PolicyLayer Layer => PolicyLayer.Concurrency;

    public override string Display =>
        PolicyDisplay.Of("Concurrency", PolicyDisplay.Number(Limit), PolicyDisplay.QueueLimit(QueueLimit));

    public override PolicyNeeds Needs => PolicyNeeds.MayRefuse;

    public override WaitReason? Wait => Place;

    public override string? KeepsState => "remove [Concurrency], because each instance has its own state";
}
