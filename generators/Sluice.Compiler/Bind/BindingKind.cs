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

    /// <summary>The run's token.</summary>
    CancellationToken,

    /// <summary>The stage's context.</summary>
    StageContext,

    /// <summary>
    /// The run's context; if the stage is an entry point of a nested pipeline, a context derived from it.
    /// </summary>
    RunContext,

    /// <summary>The first of several stages and inputs that has a value.</summary>
    Merge,
}
