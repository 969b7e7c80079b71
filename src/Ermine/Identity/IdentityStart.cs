using Ermine.Kernel;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Ermine.Identity;

/// <summary>Makes the guards ready before anything runs, and refuses to start with one that nothing could satisfy.</summary>
internal sealed class IdentityStart(IServiceProvider services, MessageGuards guards, IdentitySettings settings, IdentityClaims claims) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        foreach (var guard in guards.All) claims.Add(await guard.PrepareAsync(services.GetRequiredService<IAuthorizationPolicyProvider>()));
        if (settings is { Attaches: true, Keys.Count: 0 } && services.GetService<IWorkStore>() is not null) throw new ErmineStartupException(
            $"Functions of this app ask on whose behalf their messages were sent, and there is no key to sign that with: {IdentitySettings.Remedy}.");
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
