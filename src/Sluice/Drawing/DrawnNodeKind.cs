namespace Sluice.Drawing;

/// <summary>Specifies the kind of a node. Each value is drawn with its own shape.</summary>
internal enum DrawnNodeKind
{
    /// <summary>An input of an entry point.</summary>
    Input,

    /// <summary>A stage with an output.</summary>
    Stage,

    /// <summary>A stage without an output.</summary>
    Effect,

    /// <summary>The output of the entry point.</summary>
    Output,
}
