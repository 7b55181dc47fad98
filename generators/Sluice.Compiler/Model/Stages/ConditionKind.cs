namespace Sluice.Compiler.Model;

/// <summary>How a stage's condition is compared.</summary>
internal enum ConditionKind
{
    /// <summary><c>[When]</c>: it has one of the values; without any, it is true.</summary>
    When,

    /// <summary><c>[Unless]</c>: it has none of the values; without any, it is false.</summary>
    Unless,

    /// <summary><c>[Otherwise]</c>: it has none of the values that other stages name.</summary>
    Otherwise,
}
