namespace Sluice.Compiler.Parse.Attributes;

/// <summary>
/// The places of attributes, as far as they decide whether an attribute of Sluice has a meaning there.
/// </summary>
[Flags]
internal enum AttributePlace
{
    /// <summary>A place at which no attribute of Sluice has a meaning.</summary>
    None = 0,

    /// <summary>A type that is marked with <c>[Pipeline]</c>.</summary>
    Pipeline = 1 << 0,

    /// <summary>Another type that has a stage, or from which a type with stages may derive.</summary>
    StageType = 1 << 1,

    /// <summary>Another type from which a pipeline may derive.</summary>
    BaseType = 1 << 2,

    /// <summary>A stage, or a method that an override may turn into one.</summary>
    Stage = 1 << 3,

    /// <summary>A method that a condition names, or that the conditions of a derived type may name.</summary>
    Condition = 1 << 4,

    /// <summary>An entry point.</summary>
    EntryPoint = 1 << 5,

    /// <summary>A parameter of a stage or condition that takes the value of a producer.</summary>
    Dependency = 1 << 6,

    /// <summary>A parameter of a stage or condition that the run supplies.</summary>
    Supplied = 1 << 7,

    /// <summary>The return value of an entry point.</summary>
    Output = 1 << 8,

    /// <summary>A field, a property or a parameter of a primary constructor that may be a source of stages.</summary>
    Source = 1 << 9,

    /// <summary>A parameter of a stage or condition that the run supplies because an attribute says so.</summary>
    MarkedSupplied = 1 << 10,
}
