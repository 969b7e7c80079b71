using Ermine.Benchmarks.Http.Rest.Shared;
using FastEndpoints;
using Fluent;
using FluentValidation;

namespace FastRest;

/// <summary>The annotations of a basket; FastEndpoints finds it by its base class.</summary>
public sealed class BasketValidator : Validator<Basket>
{
    public BasketValidator()
    {
        RuleFor(basket => basket.Reference).NotEmpty().MaximumLength(64);
        RuleFor(basket => basket.Buyer).NotNull().SetValidator(new BuyerValidator());
        RuleFor(basket => basket.Lines).NotEmpty().Must(static lines => lines.Count <= 50);
        RuleForEach(basket => basket.Lines).SetValidator(new BasketLineValidator());
    }
}
