namespace Sluice.Compiler.Bind;

/// <summary>The kind of origin of a parameter's or an output's value.</summary>
internal enum BindingKind
{
    /// <summary>The output of a stage.</summary>
    Stage,

    /// <summary>An input of the entry point.</summary>
    Input,

    /// <summary>No value: the call omits the argument.</summary>
    DefaultValue,

    /// <summary>Something that the run supplies.</summary>
    Supplied,

    /// <summary>The first of several stages and inputs that has a value.</summary>
    Merge,

    /// <summary>The value that a loop carries. It has a producer, at most, in the first round.</summary>
    Carried,

    /// <summary>A list of the values of several stages.</summary>
    All,
}
