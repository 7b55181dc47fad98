namespace Sluice;

/// <summary>Marks a partial method without a body as an entry point of its pipeline.</summary>
/// <remarks>
/// A partial method that has an accessibility modifier and no attribute of another generator is an entry point without
/// this attribute. The attribute is needed only if the method also has an attribute that Sluice does not know.
/// </remarks>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class EntryPointAttribute : Attribute;
