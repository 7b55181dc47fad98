using System.Reflection;

namespace Sluice.Generators.Tests.Harness;

/// <summary>An assembly that a test compiled.</summary>
/// <param name="Assembly">The assembly.</param>
/// <param name="Symbols">The portable debug information of the assembly.</param>
internal sealed record LoadedAssembly(Assembly Assembly, MemoryStream Symbols);
