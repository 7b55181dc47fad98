using System.Reflection.Emit;

namespace Sluice.Generators.Tests.IntermediateLanguage;

/// <summary>An instruction in the body of a method.</summary>
/// <param name="OpCode">The operation.</param>
/// <param name="Token">The token of the type, method, field or string to which the instruction refers, or 0.</param>
internal readonly record struct Instruction(OpCode OpCode, int Token);
