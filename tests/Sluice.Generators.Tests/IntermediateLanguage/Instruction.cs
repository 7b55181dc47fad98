using System.Reflection.Emit;

namespace Sluice.Generators.Tests.IntermediateLanguage;

/// <summary>An instruction of a method's body.</summary>
/// <param name="OpCode">What it does.</param>
/// <param name="Token">What it refers to: a type, method, field or string; 0 where it refers to nothing.</param>
internal readonly record struct Instruction(OpCode OpCode, int Token);
