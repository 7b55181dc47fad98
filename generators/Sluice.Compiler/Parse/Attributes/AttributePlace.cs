namespace Sluice.Compiler.Parse.Attributes;

/// <summary>The places at which attributes stand, as far as an attribute of Sluice may mean something at one and nothing at another.</summary>
[Flags]
internal enum AttributePlace
{
    /// <summary>A place at which no attribute of Sluice means anything.</summary>
    None = 0,

    /// <summary>A type that is marked with <c>[Pipeline]</c>.</summary>
    Pipeline = 1 << 0,

    /// <summary>Another type that has a stage, or from which one that has may derive.</summary>
    StageType = 1 << 1,

    /// <summary>Another type from which a pipeline may derive.</summary>
    BaseType = 1 << 2,

    /// <summary>A stage, or a method that an override may make one.</summary>
    Stage = 1 << 3,

    /// <summary>A method that a condition names, or that the conditions of a derived type may name.</summary>
    Condition = 1 << 4,

    /// <summary>An entry point.</summary>
    EntryPoint = 1 << 5,

    /// <summary>A parameter of a stage or condition that takes what others produce.</summary>
    Dependency = 1 << 6,

    /// <summary>A parameter of a stage or condition that the run supplies.</summary>
    Supplied = 1 << 7,

    /// <summary>What an entry point returns.</summary>
    Output = 1 << 8,

    /// <summary>A field, a property or a parameter of a primary constructor that may bring stages in.</summary>
    Source = 1 << 9,
}
