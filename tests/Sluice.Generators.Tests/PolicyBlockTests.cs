using Sluice.Compiler.Policies;
using Sluice.Generators.Emit.Policies;

namespace Sluice.Generators.Tests;

public sealed class PolicyBlockTests
{
    [Fact]
    public void Each_policy_of_the_compiler_has_code_in_the_emitter() =>
        Assert.Equal(
            typeof(PolicyModel)
                .Assembly.GetTypes()
                .Where(type => type.IsSubclassOf(typeof(PolicyModel)))
                .Select(type => type.Name)
                .Order(),
            PolicyBlocks.Policies.Select(type => type.Name).Order()
        );
}
