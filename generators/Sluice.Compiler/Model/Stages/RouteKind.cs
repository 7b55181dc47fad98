namespace Sluice.Compiler.Model;

/// <summary>As what the values of a type can decide which stages run.</summary>
internal enum RouteKind
{
    /// <summary>They cannot.</summary>
    None,

    /// <summary><c>bool</c>.</summary>
    Boolean,

    /// <summary>An enum whose named members are all its values.</summary>
    Enum,

    /// <summary>An enum of flags, whose values may be any combination.</summary>
    Flags,

    /// <summary><c>string</c>.</summary>
    Text,

    /// <summary><c>int</c>.</summary>
    Integer,
}
