using Ermine.Benchmarks.Http.Rest.Shared;
using FluentValidation;

namespace Fluent;

/// <summary>The annotations of a line, in the words of FluentValidation.</summary>
public sealed class BasketLineValidator : AbstractValidator<BasketLine>
{
    public BasketLineValidator()
    {
        RuleFor(line => line.Sku).NotEmpty().MaximumLength(32);
        RuleFor(line => line.Quantity).InclusiveBetween(1, 1_000);
        RuleFor(line => line.Cents).InclusiveBetween(1, 1_000_000);
    }
}
