using Ermine.Kernel;

namespace Ermine.Postgres.Tests;

/// <summary>An invocation without a function.</summary>
internal sealed class TestInvocation(IServiceProvider services) : Invocation
{
    public override string IdempotencyKey => "";

    protected override IServiceProvider RootServices => services;
}
