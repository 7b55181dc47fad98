namespace Sluice.Compiler.Model;

/// <summary>What kind of thing brings stages into a pipeline.</summary>
internal enum StageSourceKind
{
    /// <summary>The pipeline's own class, base classes included.</summary>
    Pipeline,

    /// <summary>A field or property of the pipeline.</summary>
    Member,

    /// <summary>A parameter of the primary constructor, reached through an accessor that the compiler emits.</summary>
    PrimaryConstructorParameter,

    /// <summary>A class whose static methods take part.</summary>
    StaticClass,
}
