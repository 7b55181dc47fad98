namespace Sluice.Generators;

/// <summary>The names of the generator's steps. Tests use them to see which steps ran again.</summary>
internal static class TrackingNames
{
    public const string Parse = nameof(Parse);
    public const string Bind = nameof(Bind);
    public const string Plan = nameof(Plan);
    public const string Emit = nameof(Emit);
}
