using System.Reflection;

namespace Sluice.Generators.Tests.Harness;

/// <summary>An assembly that was compiled by a test.</summary>
/// <param name="Assembly">The assembly.</param>
/// <param name="Symbols">Its portable debug information.</param>
internal sealed record LoadedAssembly(Assembly Assembly, MemoryStream Symbols);
