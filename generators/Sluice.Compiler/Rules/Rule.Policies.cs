namespace Sluice.Compiler.Rules;

/// <content>Rules about policies and attributes.</content>
internal sealed partial class Rule
{
    /// <summary>A policy has an invalid value.</summary>
    public static readonly Rule InvalidPolicyValue = Error(
        38,
        title: "A policy has a value that it cannot work with",
        message: "[{1}] on stage '{0}' cannot be used: {2}",
        description: "Attempts, times, ratios and limits of policies are checked where they are written."
    );

    /// <summary>A policy names a method or member that does not exist or is not suitable.</summary>
    public static readonly Rule InvalidPolicyMember = Error(
        39,
        title: "A policy names what does not exist or does not fit",
        message: "[{1}] on stage '{0}' names '{2}', {3}",
        description: "What a policy names is a method, a field or a property of the type that declares the stage, and fits what the policy does with it."
    );

    /// <summary><c>[Timeout]</c> is on a stage that cannot observe its cancellation.</summary>
    public static readonly Rule TimeoutWithoutToken = Error(
        40,
        title: "[Timeout] on a stage that takes no token",
        message: "Stage '{0}' cannot be told that the time of its [Timeout] is up. Let it take a CancellationToken or a StageContext, or remove [Timeout].",
        description: "A timeout is cooperative: the stage learns of it by its token."
    );

    /// <summary>A policy, or a part of it, has no effect on its stage or contradicts another.</summary>
    public static readonly Rule PolicyWithoutMeaning = Error(
        41,
        title: "A policy has no meaning here",
        message: "[{1}] on stage '{0}' has no meaning: {2}",
        description: "A policy, or a part of it, that would do nothing or contradicts another is a mistake."
    );

    /// <summary>A guard names a stage that it cannot retry.</summary>
    public static readonly Rule GuardCannotRetry = Error(
        42,
        title: "A guard cannot run others again",
        message: "[Guard] on stage '{0}' cannot run '{1}' again: {2}",
        description: "The stage that a guard names comes before it, and all on the way from there to the guard can run again."
    );

    /// <summary>A type cannot be an interceptor.</summary>
    public static readonly Rule UnsupportedInterceptor = Error(
        43,
        title: "Type cannot wrap the calls of stages",
        message: "[Intercept<{0}>] on {1} cannot be used: {2}",
        description: "An interceptor is a struct or sealed class that implements one of the two interfaces and that the pipeline can make or read."
    );

    /// <summary>An attribute has no effect where it stands.</summary>
    public static readonly Rule StrayAttribute = Error(
        44,
        title: "An attribute does nothing here",
        message: "[{1}] on {0} does nothing, as {2}",
        description: "Each attribute means something on stages, on entry points or on what brings stages in, and on their parameters. Elsewhere it does nothing."
    );

    /// <summary>The cache key of a stage is compared by reference.</summary>
    public static readonly Rule CachedByReference = Warning(
        46,
        title: "What a stage is cached by is compared by reference",
        message: "[Cached] on stage '{0}' finds a value again only by the same object, as {1}. Make it a record, or name a method that makes the key with 'Key'.",
        description: "A value is found in the cache by what the stage takes. What is compared by reference is another with each run, however equal it looks."
    );
}
