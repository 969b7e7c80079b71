using Ermine.Benchmarks.Http.Rest.Shared;
using FluentValidation;

namespace Fluent;

/// <summary>The annotations of a buyer, in the words of FluentValidation.</summary>
public sealed class BuyerValidator : AbstractValidator<Buyer>
{
    public BuyerValidator()
    {
        RuleFor(buyer => buyer.Name).NotEmpty().MaximumLength(100);
        RuleFor(buyer => buyer.Email).NotEmpty().EmailAddress().MaximumLength(200);
    }
}
