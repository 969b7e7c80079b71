using System.Security.Claims;
using Ermine.Kernel;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ermine.Identity;

/// <summary>Asks, at the door of a function with <c>[Authorize]</c>, on whose behalf each of its messages was sent. Those that do not satisfy it go to the
/// dead letters with the reason, and are not tried again; the others of a batch are handled.</summary>
/// <remarks>Within the retry, so that a policy whose handler throws is asked again later; outside the concurrency limit, so that what is refused takes no place.</remarks>
internal sealed class GuardMiddleware(MessageGuards guards, ILogger<GuardMiddleware> log) : IFunctionMiddleware
{
    public int Order => 250;

    public FunctionHandler Wrap(FunctionDescriptor function, FunctionHandler next) => guards.Of(function) is not { } guard
        ? next
        : (invocation, ct) => invocation.IsAdmitted ? next(invocation, ct) : CheckAsync(invocation, guard, next, ct);

    private async ValueTask<Outcome> CheckAsync(Invocation invocation, MessageGuard guard, FunctionHandler next, CancellationToken ct)
    {
        var refused = invocation is Invocation<Batch> { Input: var batch } ? await RefuseAsync(invocation, batch, guard) : await RefusalAsync(invocation, guard);
        if (refused is not null) return Outcome.Rejected(refused);
        return await next(invocation, ct);
    }

    private static async ValueTask<string?> RefusalAsync(Invocation invocation, MessageGuard guard) =>
        await IsAdmittedAsync(invocation, guard, invocation.User) ? null : $"Not authorized: {guard.Words} is asked for, and nobody is known to have called.";

    // Why none of the messages is left; null where some are.
    private async ValueTask<string?> RefuseAsync(Invocation invocation, Batch batch, MessageGuard guard)
    {
        var decided = new Dictionary<string, bool>(StringComparer.Ordinal);
        foreach (var message in batch.Messages)
        {
            var sender = batch.SenderOf(message);
            if (sender.Fault is not null)
            {
                batch.Refuse(message, $"Not authorized: {guard.Words} is asked for, and {sender.Fault}.", sender.Fault);
                continue;
            }

            if (!decided.TryGetValue(sender.Claims, out var isAdmitted)) decided[sender.Claims] = isAdmitted = await IsAdmittedAsync(invocation, guard, sender.User);
            if (!isAdmitted) batch.Refuse(message, $"Not authorized: {guard.Words} does not admit the sender; sent by '{NameOf(sender.User)}'.", guard.Words);
        }

        if (batch.Refused.Count == 0) return null;
        if (batch.Messages.Count == 0) return batch.Refused[0].Reason;
        IdentityLog.SomeRefused(log, invocation.Function.Id, batch.Refused.Count, batch.Messages.Count, batch.Refused[0].Reason);
        return null;
    }

    private static async ValueTask<bool> IsAdmittedAsync(Invocation invocation, MessageGuard guard, ClaimsPrincipal user) =>
        (await invocation.Services.GetRequiredService<IAuthorizationService>().AuthorizeAsync(user, invocation, guard.Policy)).Succeeded;

    private static string NameOf(ClaimsPrincipal user)
    {
        var name = user.Identity?.Name ?? user.FindFirst("sub")?.Value ?? user.FindFirst(ClaimTypes.NameIdentifier)?.Value ?? "somebody without a name";
        return name.Length > 64 ? $"{name[..64]}..." : name;
    }
}
