namespace Sluice.Tests.CompilerServices.Caching;

/// <summary>A key whose comparison may throw. All keys have the same hash code, so every lookup compares them.</summary>
internal sealed class SteppedKey(int number, Steps steps) : IEquatable<SteppedKey>
{
    private readonly int _number = number;

    public bool Equals(SteppedKey? other)
    {
        steps.Step();
        return other is not null && other._number == _number;
    }

    public override bool Equals(object? obj) => Equals(obj as SteppedKey);

    public override int GetHashCode()
    {
        steps.Step();
        return 7;
    }
}
