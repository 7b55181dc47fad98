using System.Reflection;
using Sluice.Compiler.Bind;
using Sluice.Compiler.Plan;
using Sluice.Compiler.Policies;

namespace Sluice.Compiler.Tests;

/// <summary>Each step of the compiler knows only its input, and no step after Parse knows Roslyn.</summary>
public sealed class LayerTests
{
    private const BindingFlags All =
        BindingFlags.Instance
        | BindingFlags.Static
        | BindingFlags.Public
        | BindingFlags.NonPublic
        | BindingFlags.DeclaredOnly;

    private static readonly string[] WithoutRoslyn =
    [
        "Sluice.Compiler.Model",
        typeof(PipelineBinder).Namespace!,
        typeof(PipelinePlanner).Namespace!,
    ];

    [Fact]
    public void Model_binding_and_planning_know_nothing_of_Roslyn() =>
        Assert.Empty(
            Types
                .Where(type =>
                    WithoutRoslyn.Any(space =>
                        type.Namespace == space
                        || type.Namespace?.StartsWith(space + ".", StringComparison.Ordinal) == true
                    )
                )
                .SelectMany(RoslynIn)
        );

    [Fact]
    public void Policies_know_nothing_of_Roslyn() => Assert.Empty(PolicyTypes.SelectMany(RoslynIn));

    [Fact]
    public void Each_policy_has_a_folder_of_its_own_with_its_parser() =>
        Assert.All(
            PolicyTypes.Where(type => !type.IsAbstract),
            type =>
                Assert.Contains(
                    Types,
                    other =>
                        other.Namespace == type.Namespace && other.Name.EndsWith("Parser", StringComparison.Ordinal)
                )
        );

    [Fact]
    public void Each_parser_of_a_policy_is_in_the_catalog() =>
        Assert.Equal(
            PolicyTypes.Where(type => !type.IsAbstract).Select(type => type.Namespace).Distinct().Order(),
            PolicyCatalog
                .All.Select(policy =>
                    $"{typeof(PolicyCatalog).Namespace}.{policy.AttributeName[..^"Attribute".Length]}"
                )
                .Order()
        );

    private static IReadOnlyList<Type> Types { get; } = typeof(PolicyModel).Assembly.GetTypes();

    private static IEnumerable<Type> PolicyTypes => Types.Where(type => type.IsAssignableTo(typeof(PolicyModel)));

    private static IEnumerable<string> RoslynIn(Type type) =>
        Named(type).Where(IsOfRoslyn).Select(found => $"{type.FullName} knows {found.FullName}.").Distinct();

    private static IEnumerable<Type> Named(Type type) =>
        type.GetFields(All)
            .Select(field => field.FieldType)
            .Concat(type.GetProperties(All).Select(property => property.PropertyType))
            .Concat(type.GetMethods(All).SelectMany(method => Signature(method).Append(method.ReturnType)))
            .Concat(type.GetConstructors(All).SelectMany(Signature))
            .Concat(type.GetInterfaces())
            .SelectMany(Parts);

    private static IEnumerable<Type> Signature(MethodBase method) =>
        method
            .GetParameters()
            .Select(parameter => parameter.ParameterType)
            .Concat(method.GetMethodBody()?.LocalVariables.Select(local => local.LocalType) ?? []);

    private static IEnumerable<Type> Parts(Type type) =>
        type.GetGenericArguments().SelectMany(Parts).Append(type.HasElementType ? type.GetElementType()! : type);

    private static bool IsOfRoslyn(Type type) =>
        type.Namespace?.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) == true
        && type.Assembly != typeof(PolicyModel).Assembly;
}
