namespace Sluice.Compiler.Model;

/// <summary>Where stages come from.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Member">
/// The name of the field, property or parameter, as declared and not escaped; for a static class its short name; empty for the
/// pipeline itself. It is what qualifies a stage's name.
/// </param>
/// <param name="TypeName">The type that declares the stages, as code writes it.</param>
/// <param name="IsStatic">Whether the member is static, so that it is reached without an instance.</param>
internal sealed record StageSource(StageSourceKind Kind, string Member, string TypeName, bool IsStatic);
