namespace Sluice.Compiler.Model;

/// <summary>The kind of a source of stages.</summary>
internal enum StageSourceKind
{
    /// <summary>The pipeline's own class, including its base classes.</summary>
    Pipeline,

    /// <summary>A field or property of the pipeline.</summary>
    Member,

    /// <summary>A parameter of the primary constructor, read through an accessor that the compiler emits.</summary>
    PrimaryConstructorParameter,

    /// <summary>A class whose static methods are stages.</summary>
    StaticClass,
}
