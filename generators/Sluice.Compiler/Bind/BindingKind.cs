namespace Sluice.Compiler.Bind;

/// <summary>What kind of thing gives a parameter or an output its value.</summary>
internal enum BindingKind
{
    /// <summary>The output of a stage.</summary>
    Stage,

    /// <summary>An input of the entry point.</summary>
    Input,

    /// <summary>Nothing: the call leaves the argument out.</summary>
    DefaultValue,

    /// <summary>The run's token.</summary>
    CancellationToken,

    /// <summary>The stage's context.</summary>
    StageContext,

    /// <summary>The run's context; where the stage is an entry point of a nested pipeline, one derived from it.</summary>
    RunContext,

    /// <summary>The first of several stages and inputs that has a value.</summary>
    Merge,
}
