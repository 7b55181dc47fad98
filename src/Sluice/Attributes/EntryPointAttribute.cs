namespace Sluice;

/// <summary>Marks a partial method without a body as an entry point of its pipeline.</summary>
/// <remarks>
/// A partial method that has an accessibility modifier and no attribute of another generator is an entry point without it. The
/// attribute is needed only where an attribute that Sluice does not know stands on the method.
/// </remarks>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class EntryPointAttribute : Attribute;
