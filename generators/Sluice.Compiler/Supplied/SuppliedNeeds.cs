namespace Sluice.Compiler.Supplied;

/// <summary>The needs of a supplied parameter.</summary>
[Flags]
internal enum SuppliedNeeds
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The token that the stage gets, which tells it that the run is over.</summary>
    Token = 1 << 0,

    /// <summary>The run's scope.</summary>
    Scope = 1 << 1,

    /// <summary>The stage's context, which policies make anew for each attempt.</summary>
    Context = 1 << 2,

    /// <summary>The services that the caller passes with the run's context.</summary>
    Services = 1 << 3,
}
