using Microsoft.CodeAnalysis;
using Sluice.Generators.Tests.Harness;

namespace Sluice.Generators.Tests.IntermediateLanguage;

/// <summary>Tests each rule on a method that breaks it.</summary>
public sealed class InstructionRulesTests
{
    private const string User = """
        public interface IUser
        {
            [Stage] int Stage(int value);
            int Plain(int value);
        }

        public class Open
        {
            public virtual int Virtual(int value) => value;
            public int Direct(int value) => value;
        }

        public sealed class Closed : Open
        {
            public override int Virtual(int value) => value;
        }

        public interface IObserver
        {
            void Note();
        }

        public partial class Emitted
        {
            private Func<int, int>? _kept;
        }
        """;

    private const string Wrong = """
        public partial class Emitted
        {
            public static int ThroughInterface(IUser user) => user.Plain(1);
            public static int ThroughVirtual(Open open) => open.Virtual(1);
            public static object Boxes(int value) => value;
            public static string AsksForType(object value) => value.GetType().Name;
            public static Type TypeOf() => typeof(Open);
            public static T Activates<T>() where T : new() => Activator.CreateInstance<T>();
            public static bool Reflects(System.Reflection.MethodInfo method) => method.IsStatic;
            public static Func<int> Closes(int value) => () => value;
            public Func<int, int> Delegates() => Right;

            public static int Stage(IUser user) => user.Stage(1);
            public static int Direct(Open open) => open.Direct(1);
            public static int Switch(string text) => text switch { "a" => 1, "b" => 2, "c" => 3, "d" => 4, "e" => 5, "f" => 6, "g" => 7, _ => 8 };
            public static void Observe<T>(T observer) where T : struct, IObserver => observer.Note();
            public Func<int, int> Keeps() => _kept ??= Right;
            private int Right(int value) => value;
        }
        """;

    [Fact]
    public void Each_offence_is_found_and_nothing_else()
    {
        var compilation = CompilationFactory.Compile(new GeneratorInput(User, Wrong));
        var wrong = compilation.SyntaxTrees[^1];
        var assembly = compilation.ReplaceSyntaxTree(wrong, wrong.WithFilePath("Wrong.g.cs")).Load();

        var offences = new InstructionRules(EmittedMethods.Of(assembly)).FindOffences();

        Assert.Equal(
            [
                "Emitted.Activates uses reflection: Activator.CreateInstance",
                "Emitted.AsksForType uses reflection: MemberInfo.get_Name",
                "Emitted.AsksForType uses reflection: Object.GetType",
                "Emitted.Boxes boxes a value",
                "Emitted.Closes makes a closure",
                "Emitted.Closes makes a delegate that it does not keep",
                "Emitted.Delegates makes a delegate that it does not keep",
                "Emitted.Reflects uses reflection: MethodBase.get_IsStatic",
                "Emitted.ThroughInterface calls the user's code through a table: IUser.Plain",
                "Emitted.ThroughVirtual calls the user's code through a table: Open.Virtual",
                "Emitted.TypeOf asks for a type",
                "Emitted.TypeOf uses reflection: Type.GetTypeFromHandle",
            ],
            offences.Order(StringComparer.Ordinal)
        );
    }
}
