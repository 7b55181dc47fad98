namespace Sluice.Compiler.Model;

/// <summary>The comparison that a condition on a stage makes.</summary>
internal enum ConditionKind
{
    /// <summary><c>[When]</c>: the value is one of the constants; if there are none, it is <c>true</c>.</summary>
    When,

    /// <summary><c>[Unless]</c>: the value is none of the constants; if there are none, it is <c>false</c>.</summary>
    Unless,

    /// <summary><c>[Otherwise]</c>: the value is none of the constants that other stages name.</summary>
    Otherwise,
}
