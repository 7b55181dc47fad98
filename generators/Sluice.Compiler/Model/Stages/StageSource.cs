namespace Sluice.Compiler.Model;

/// <summary>A source of stages: the pipeline itself, one of its members or parameters, or a static class.</summary>
/// <param name="Kind">The kind of source.</param>
/// <param name="Member">
/// The name of the field, property or parameter as declared, without keyword escaping; the short name of a static
/// class; empty for the pipeline itself. It qualifies the names of the source's stages.
/// </param>
/// <param name="TypeName">The type that declares the stages, as emitted code writes it.</param>
/// <param name="IsStatic">Whether the member is static, so no instance is needed.</param>
internal sealed record StageSource(StageSourceKind Kind, string Member, string TypeName, bool IsStatic);
