using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Emit;

namespace Sluice.Generators.Tests.IntermediateLanguage;

/// <summary>Reads the instructions of a method, by the encoding of ECMA-335, partition III.</summary>
internal static class InstructionReader
{
    private const byte TwoByteOpCode = 0xFE;

    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(opCode => opCode.Value);

    /// <summary>The instructions of a method in order, or none if it has no body.</summary>
    public static IReadOnlyList<Instruction> Read(MethodBase method)
    {
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        var instructions = new List<Instruction>();
        var position = 0;
        while (position < code.Length)
        {
            short value = code[position++];
            if (value == TwoByteOpCode)
            {
                value = unchecked((short)((TwoByteOpCode << 8) | code[position++]));
            }

            var opCode = OpCodesByValue[value];
            var operand = code.AsSpan(position);
            instructions.Add(
                new Instruction(opCode, IsToken(opCode) ? BinaryPrimitives.ReadInt32LittleEndian(operand) : 0)
            );
            position += SizeOfOperand(opCode, operand);
        }

        return instructions;
    }

    private static bool IsToken(OpCode opCode) =>
        opCode.OperandType
            is OperandType.InlineField
                or OperandType.InlineMethod
                or OperandType.InlineSig
                or OperandType.InlineString
                or OperandType.InlineTok
                or OperandType.InlineType;

    private static int SizeOfOperand(OpCode opCode, ReadOnlySpan<byte> operand) =>
        opCode.OperandType switch
        {
            OperandType.InlineNone => 0,
            OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
            OperandType.InlineVar => 2,
            OperandType.InlineI8 or OperandType.InlineR => 8,
            OperandType.InlineSwitch => 4 + (4 * BinaryPrimitives.ReadInt32LittleEndian(operand)),
            _ => 4,
        };
}
