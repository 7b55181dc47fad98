namespace Sluice.Generators;

/// <summary>The names of the generator's steps, by which tests ask what ran again.</summary>
internal static class TrackingNames
{
    public const string Parse = nameof(Parse);
    public const string Bind = nameof(Bind);
    public const string Plan = nameof(Plan);
    public const string Emit = nameof(Emit);
}
