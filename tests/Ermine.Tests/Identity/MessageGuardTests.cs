using System.Security.Claims;
using Ermine.Identity;
using Ermine.Kernel;
using Ermine.Tests.Doubles;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using static Ermine.Tests.Identity.Travel;

namespace Ermine.Tests.Identity;

public sealed class MessageGuardTests
{
    [Theory]
    [MemberData(nameof(Unsatisfiable))]
    public async Task A_guard_that_nothing_could_satisfy_ends_the_start(TriggerAttribute trigger, AuthorizeAttribute asked, string says)
    {
        var guard = new MessageGuard(Function(trigger, InputShape.Message, asked));

        var refused = await Assert.ThrowsAsync<ErmineStartupException>(() => guard.PrepareAsync(Services().GetRequiredService<IAuthorizationPolicyProvider>()));

        Assert.Contains(says, refused.Message);
    }

    public static TheoryData<TriggerAttribute, AuthorizeAttribute, string> Unsatisfiable => new()
    {
        { new ScheduleAttribute("0 3 * * *"), new AuthorizeAttribute(), "nobody sends what it runs on" },
        { new DeadLetterTriggerAttribute(), new AuthorizeAttribute(), "nobody sends what it runs on" },
        { new QueueTriggerAttribute("votes"), new AuthorizeAttribute("votre"), "votre" },
        { new QueueTriggerAttribute("votes"), new AuthorizeAttribute { AuthenticationSchemes = "Bearer" }, "was authenticated where it was sent" },
    };

    [Fact]
    public async Task The_claims_that_a_policy_asks_for_are_known()
    {
        var guard = new MessageGuard(Function(new QueueTriggerAttribute("votes"), InputShape.Message, new AuthorizeAttribute("resident")));

        Assert.Equal(["town"], await guard.PrepareAsync(Services().GetRequiredService<IAuthorizationPolicyProvider>()));
    }

    [Fact]
    public async Task What_comes_to_the_door_without_having_been_let_in_is_refused_whatever_kind_it_is()
    {
        var (function, handler) = await GuardedAsync();

        var outcome = await handler(new TestInvocation(function, services: Services()), CancellationToken.None);

        Assert.Equal((OutcomeKind.Rejected, "Not authorized: policy 'voter' is asked for, and nobody is known to have called."), (outcome.Kind, outcome.Reason));
    }

    [Fact]
    public async Task A_function_that_asks_for_nothing_is_called_as_if_there_were_no_guards()
    {
        var (function, _) = await GuardedAsync();
        var catalog = new FunctionCatalog();
        FunctionHandler next = static (_, _) => new(Outcome.Completed);

        Assert.Same(next, new GuardMiddleware(new MessageGuards(catalog), NullLogger<GuardMiddleware>.Instance).Wrap(function, next));
    }

    [Fact]
    public async Task One_policy_is_asked_once_for_all_messages_of_one_sender()
    {
        var (function, handler) = await GuardedAsync(InputShape.Batch);
        var asked = new CountingAuthorization();
        var carrier = new Travel().App(Key);
        var alice = carrier.Attach([Vote("1"), Vote("2"), Vote("3")], User("alice", new Claim(ClaimTypes.Role, "voter")), isAsked: false);
        var bob = carrier.Attach([Vote("4")], User("bob"), isAsked: false);
        Message[] messages = [.. alice.Concat(bob).Select((sent, i) => Arrived(sent) with { Id = i })];
        var invocation = new WorkInvocation(function, new Lease("votes", 1, messages), new PayloadSerializer(new PayloadOptions().Json), Services(asked), carrier);

        var outcome = await handler(invocation, CancellationToken.None);

        Assert.Equal((OutcomeKind.Completed, 2), (outcome.Kind, asked.Count));
        Assert.Equal([0L, 1L, 2L], invocation.Input.Messages.Select(m => m.Id));
        Assert.Equal("alice", invocation.User.Identity!.Name);
    }

    [Fact]
    public void Of_a_batch_of_several_senders_none_is_that_of_the_run()
    {
        var carrier = new Travel().App(Key);
        Message[] messages = [.. new[] { "alice", "bob" }.Select((name, i) => Arrived(carrier.Attach([Vote()], User(name), isAsked: false)[0]) with { Id = i })];
        var invocation = new WorkInvocation(Function(new QueueTriggerAttribute("votes"), InputShape.Batch), new Lease("votes", 1, messages), new PayloadSerializer(new PayloadOptions().Json), Services(), carrier);

        Assert.False(invocation.User.Identity!.IsAuthenticated);
        Assert.Equal(["alice", "bob"], invocation.Input.Senders.Select(s => s.Identity!.Name));
    }

    private static async Task<(FunctionDescriptor Function, FunctionHandler Handler)> GuardedAsync(InputShape shape = InputShape.Message)
    {
        var catalog = new FunctionCatalog();
        catalog.Add("voting.tally", new FunctionAttribute(), new QueueTriggerAttribute("votes"), null, shape, static _ => Outcome.Completed, new AuthorizeAttribute("voter"));
        var guards = new MessageGuards(catalog);
        foreach (var guard in guards.All) await guard.PrepareAsync(Services().GetRequiredService<IAuthorizationPolicyProvider>());
        return (catalog.Functions[0], new GuardMiddleware(guards, NullLogger<GuardMiddleware>.Instance).Wrap(catalog.Functions[0], catalog.Functions[0].Handler));
    }

    private static FunctionDescriptor Function(TriggerAttribute trigger, InputShape shape, params object[] metadata)
    {
        var catalog = new FunctionCatalog();
        catalog.Add("voting.tally", new FunctionAttribute(), trigger, null, shape, static _ => Outcome.Completed, metadata);
        return catalog.Functions[0];
    }

    private static ServiceProvider Services(IAuthorizationService? authorization = null)
    {
        var services = new ServiceCollection().AddLogging().AddScoped<InvocationScope>();
        services.AddAuthorizationCore(options =>
        {
            options.AddPolicy("voter", voter => voter.RequireRole("voter"));
            options.AddPolicy("resident", resident => resident.RequireClaim("town"));
        });
        if (authorization is not null) services.AddSingleton(authorization);
        return services.BuildServiceProvider();
    }

    /// <summary>Admits whoever has the role, and counts how often it is asked.</summary>
    private sealed class CountingAuthorization : IAuthorizationService
    {
        public int Count { get; private set; }

        public Task<AuthorizationResult> AuthorizeAsync(ClaimsPrincipal user, object? resource, IEnumerable<IAuthorizationRequirement> requirements)
        {
            Count++;
            return Task.FromResult(user.IsInRole("voter") ? AuthorizationResult.Success() : AuthorizationResult.Failed());
        }

        public Task<AuthorizationResult> AuthorizeAsync(ClaimsPrincipal user, object? resource, string policyName) => throw new NotSupportedException();
    }
}
