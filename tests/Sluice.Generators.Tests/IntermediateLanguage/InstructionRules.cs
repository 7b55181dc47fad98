using System.Reflection;
using System.Reflection.Emit;

namespace Sluice.Generators.Tests.IntermediateLanguage;

/// <summary>What emitted methods must not do, because it costs in every run.</summary>
internal sealed class InstructionRules
{
    private readonly IReadOnlyList<MethodBase> _emitted;
    private readonly HashSet<(Module, int)> _emittedTokens;

    /// <summary>Makes the rules for the emitted methods of an assembly.</summary>
    public InstructionRules(IReadOnlyList<MethodBase> emitted)
    {
        _emitted = emitted;
        _emittedTokens = [.. emitted.Select(method => (method.Module, method.MetadataToken))];
    }

    /// <summary>What the emitted methods do wrong, each with the method that does it.</summary>
    public IEnumerable<string> FindOffences() =>
        _emitted.SelectMany(method => FindOffences(method).Select(offence => $"{Name(method)} {offence}"));

    /// <summary>The methods of the user that emitted methods call.</summary>
    public IEnumerable<MethodBase> FindCallsOfUserCode() =>
        _emitted
            .SelectMany(method =>
                InstructionReader
                    .Read(method)
                    .Where(instruction => instruction.OpCode == OpCodes.Call || instruction.OpCode == OpCodes.Callvirt)
                    .Select(instruction => Resolve(method, instruction))
            )
            .Where(IsUserCode);

    private IEnumerable<string> FindOffences(MethodBase method)
    {
        var instructions = InstructionReader.Read(method);
        for (var index = 0; index < instructions.Count; index++)
        {
            var instruction = instructions[index];
            var opCode = instruction.OpCode;
            if (opCode == OpCodes.Box)
            {
                yield return "boxes a value";
            }
            else if (opCode == OpCodes.Ldtoken && ResolveMember(method, instruction) is Type)
            {
                yield return "asks for a type";
            }
            else if (opCode == OpCodes.Call || opCode == OpCodes.Callvirt || opCode == OpCodes.Ldvirtftn)
            {
                var called = Resolve(method, instruction);
                if (IsReflection(called))
                {
                    yield return $"uses reflection: {Name(called)}";
                }
                else if (opCode != OpCodes.Call && IsDispatched(called) && !IsConstrained(instructions, index))
                {
                    yield return $"calls the user's code through a table: {Name(called)}";
                }
            }
            else if (opCode == OpCodes.Newobj)
            {
                var created = Resolve(method, instruction).DeclaringType!;
                if (created.Name.Contains("DisplayClass", StringComparison.Ordinal))
                {
                    yield return "makes a closure";
                }
                else if (
                    created.IsSubclassOf(typeof(Delegate))
                    && !method.IsConstructor
                    && !IsKept(instructions, index)
                )
                {
                    yield return "makes a delegate that it does not keep";
                }
            }
        }
    }

    // An interface whose methods are stages is called as one: that is what its user chose.
    private bool IsDispatched(MethodBase called) =>
        called.IsVirtual
        && !called.IsFinal
        && !called.DeclaringType!.IsSealed
        && IsUserCode(called)
        && !(called.DeclaringType.IsInterface && called.IsDefined(typeof(StageAttribute)));

    private bool IsUserCode(MethodBase called) =>
        !_emittedTokens.Contains((called.Module, called.MetadataToken))
        && _emitted.Any(method => method.Module == called.Module);

    private static bool IsReflection(MethodBase called)
    {
        var type = called.DeclaringType!;
        return type == typeof(Type)
            || type == typeof(Activator)
            || (type.Namespace ?? "").StartsWith("System.Reflection", StringComparison.Ordinal)
            || (type == typeof(object) && called.Name == nameof(GetType));
    }

    // Such a call is bound when its type argument is a value type.
    private static bool IsConstrained(IReadOnlyList<Instruction> instructions, int index) =>
        index > 0 && instructions[index - 1].OpCode == OpCodes.Constrained;

    // "field ??= delegate", or what wraps the delegate: the reference is stored at once, but for a copy.
    private static bool IsKept(IReadOnlyList<Instruction> instructions, int index) =>
        instructions
            .Skip(index + 1)
            .SkipWhile(instruction =>
                instruction.OpCode == OpCodes.Newobj
                || instruction.OpCode == OpCodes.Dup
                || instruction.OpCode.Name!.StartsWith("stloc", StringComparison.Ordinal)
            )
            .Select(instruction => instruction.OpCode)
            .FirstOrDefault()
            is var next
        && (next == OpCodes.Stfld || next == OpCodes.Stsfld);

    private static MethodBase Resolve(MethodBase method, Instruction instruction) =>
        (MethodBase)ResolveMember(method, instruction);

    private static MemberInfo ResolveMember(MethodBase method, Instruction instruction) =>
        method.Module.ResolveMember(
            instruction.Token,
            method.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null,
            method.IsGenericMethod ? method.GetGenericArguments() : null
        )!;

    private static string Name(MethodBase method) => $"{method.DeclaringType?.Name}.{method.Name}";
}
