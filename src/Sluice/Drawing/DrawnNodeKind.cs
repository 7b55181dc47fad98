namespace Sluice.Drawing;

/// <summary>What a node stands for; a writer gives each kind its own shape.</summary>
internal enum DrawnNodeKind
{
    /// <summary>An input of an entry point.</summary>
    Input,

    /// <summary>A stage with an output.</summary>
    Stage,

    /// <summary>A stage that returns nothing.</summary>
    Effect,

    /// <summary>What the entry point returns.</summary>
    Output,
}
