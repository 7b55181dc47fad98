namespace Sluice.Tests.Lines;

#pragma warning disable CA1032 // Only one test throws it.
internal sealed class UnreadableException : Exception
#pragma warning restore CA1032
{
    public override string Message => throw new NotSupportedException();
}
