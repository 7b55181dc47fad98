namespace Sluice.Compiler.Model;

/// <summary>The kind of declaration that a <see cref="NodeReference"/> refers to.</summary>
internal enum NodeKind
{
    /// <summary>The pipeline's type.</summary>
    Pipeline,

    /// <summary>A stage of the model, or one of its parameters.</summary>
    Stage,

    /// <summary>An entry point of the model, or one of its parameters.</summary>
    EntryPoint,

    /// <summary>A source of stages.</summary>
    Source,

    /// <summary>A declaration that is not in the model because it is not well formed.</summary>
    Rejected,

    /// <summary>An attribute of the pipeline's type or of one of its members.</summary>
    Attribute,
}
