using System.ComponentModel;

namespace Sluice.CompilerServices;

/// <summary>Marks the emitted part of an entry point, so that the entry point is recognized in metadata.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GeneratedEntryPointAttribute : Attribute;
