using System.ComponentModel;

namespace Sluice.CompilerServices;

/// <summary>Stands on the emitted part of an entry point, so that it is known as one in metadata.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GeneratedEntryPointAttribute : Attribute;
