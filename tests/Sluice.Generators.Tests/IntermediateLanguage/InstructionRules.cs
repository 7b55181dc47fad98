using System.Reflection;
using System.Reflection.Emit;

namespace Sluice.Generators.Tests.IntermediateLanguage;

/// <summary>Operations that emitted methods must not perform, because they cost time or memory in every run.</summary>
internal sealed class InstructionRules
{
    private readonly IReadOnlyList<MethodBase> _emitted;
    private readonly HashSet<(Module, int)> _emittedTokens;

    /// <summary>Creates the rules for the emitted methods of an assembly.</summary>
    public InstructionRules(IReadOnlyList<MethodBase> emitted)
    {
        _emitted = emitted;
        _emittedTokens = [.. emitted.Select(method => (method.Module, method.MetadataToken))];
    }

    /// <summary>The violations in the emitted methods, each with its method.</summary>
    public IEnumerable<string> FindOffences() =>
        _emitted.SelectMany(method => FindOffences(method).Select(offence => $"{Name(method)} {offence}"));

    /// <summary>The user's methods that emitted methods call.</summary>
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

    // A call of an interface method that is a stage is virtual by the user's choice.
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

    // Such a call is not virtual if its type argument is a value type.
    private static bool IsConstrained(IReadOnlyList<Instruction> instructions, int index) =>
        index > 0 && instructions[index - 1].OpCode == OpCodes.Constrained;

    // Matches "field ??= delegate", also with an object around the delegate: except for copies, the reference is stored immediately.
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
