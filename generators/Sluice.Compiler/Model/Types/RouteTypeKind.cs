namespace Sluice.Compiler.Model;

/// <summary>The ways in which the values of a type can be of other types as well.</summary>
internal enum RouteTypeKind
{
    /// <summary>Interfaces, arrays and delegates: a value may be of any number of them.</summary>
    Shared,

    /// <summary>A class from which others may derive. Of two classes that a value is of, one derives from the other.</summary>
    Class,

    /// <summary>A sealed class or a value type: its values are of no other type than those it converts to.</summary>
    Sealed,
}
