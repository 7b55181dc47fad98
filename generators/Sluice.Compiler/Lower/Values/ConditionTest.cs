namespace Sluice.Compiler.Lower;

/// <summary>How a condition compares its value.</summary>
internal enum ConditionTest
{
    /// <summary>It holds for every value.</summary>
    Always,

    /// <summary>It holds for no value.</summary>
    Never,

    /// <summary>The value is <c>true</c>.</summary>
    IsTrue,

    /// <summary>The value is <c>false</c>.</summary>
    IsFalse,

    /// <summary>The value is one of the constants.</summary>
    IsOneOf,

    /// <summary>The value is none of the constants.</summary>
    IsNoneOf,
}
