namespace Sluice.Generators.Emit;

/// <summary>Something that a run keeps of a stage.</summary>
/// <param name="Place">The stage's place.</param>
/// <param name="Form">The form of its name.</param>
/// <param name="TypeName">Its type as code writes it.</param>
/// <param name="HoldsReferences">Whether it is or may contain a reference.</param>
internal readonly record struct KeptPart(int Place, NameForm Form, string TypeName, bool HoldsReferences)
{
    /// <summary>Whether it has to be cleared for the next run although it holds no reference: it is read before it is assigned.</summary>
    public bool IsReadFirst => Form == NameForm.Started || Form == NameForm.Stopped;
}
