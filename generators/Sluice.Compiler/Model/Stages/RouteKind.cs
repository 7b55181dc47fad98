namespace Sluice.Compiler.Model;

/// <summary>
/// The kind of route that the values of a type can form, that is, how they can select the stages to run.
/// </summary>
internal enum RouteKind
{
    /// <summary>The type cannot form a route.</summary>
    None,

    /// <summary><c>bool</c>.</summary>
    Boolean,

    /// <summary>An enum whose named members are its only values.</summary>
    Enum,

    /// <summary>A flags enum, whose values may be any combination.</summary>
    Flags,

    /// <summary><c>string</c>.</summary>
    Text,

    /// <summary><c>int</c>.</summary>
    Integer,
}
