// /// Parse(order) -&gt; Cart with Intercept&lt;Log&gt;, Intercept&lt;Timing&gt;
// /// Price(Parse) -&gt; Quote with Intercept&lt;Log&gt;, Intercept&lt;Audit&gt;
// /// Reserve(Parse) -&gt; Stock with Intercept&lt;Log&gt;, Intercept&lt;Audit&gt;, Intercept&lt;Timing&gt;, Intercept&lt;Log&gt;
// /// Report(Reserve) with Intercept&lt;Log&gt;, Intercept&lt;Audit&gt;
// /// Note(Parse) with Intercept&lt;Log&gt;
// /// Close(Reserve, Price) -&gt; Receipt with Intercept&lt;Log&gt;
// new("Parse", null, "Cart", IsAsynchronous: false, IsOffloaded: false) { Policies = new string[] { "Intercept<Log>", "Intercept<Timing>" } },
// new("Note", null, null, IsAsynchronous: false, IsOffloaded: false) { Policies = new string[] { "Intercept<Log>" } },
// new("Price", null, "Quote", IsAsynchronous: true, IsOffloaded: false) { Policies = new string[] { "Intercept<Log>", "Intercept<Audit>" } },
// new("Close", null, "Receipt", IsAsynchronous: false, IsOffloaded: false) { Policies = new string[] { "Intercept<Log>" } },
// new("Reserve", "warehouse", "Stock", IsAsynchronous: true, IsOffloaded: false) { Policies = new string[] { "Intercept<Log>", "Intercept<Audit>", "Intercept<Timing>", "Intercept<Log>" } },
// new("Report", "warehouse", null, IsAsynchronous: true, IsOffloaded: false) { Policies = new string[] { "Intercept<Log>", "Intercept<Audit>" } },
// return _price.Start(_pipeline.PriceWithPolicies(_parse, _scope, RunToken)) || _price.Wait(_priceEnded ??= PriceEnded);
// return _reserve.Start(_pipeline.ReserveWithPolicies(_parse, _scope, RunToken)) || _reserve.Wait(_reserveEnded ??= ReserveEnded);
// return _report2Awaiter.Start(_pipeline.ReportWithPolicies(_reserve.Value, _scope, RunToken)) || _report2Awaiter.Wait(_report2Ended ??= Report2Ended);
// _parse = _pipeline.ParseWithPolicies(_order, _scope, RunToken);
// _pipeline.NoteWithPolicies(_parse, _scope, RunToken);
// _close = _pipeline.CloseWithPolicies(_reserve.Value, _price.Value, _scope, RunToken);

        // Price with its policies, outermost first: Intercept<Log>, Intercept<Audit>.
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private global::System.Threading.Tasks.ValueTask<global::Shop.Quote> PriceWithPolicies(global::Shop.Cart cart, global::Sluice.CompilerServices.RunScope scope, global::System.Threading.CancellationToken token)
        {
            var context = scope.Stage(1, token);
            var call = new PriceCall(this, cart);
            var inAudit = new global::Sluice.CompilerServices.InterceptedCall<AuditCalls, PriceCall, global::Shop.Quote>(new AuditCalls(this._auditInterceptor), call, context);
            var inLog = new global::Sluice.CompilerServices.InterceptedCall<LogCalls, global::Sluice.CompilerServices.InterceptedCall<AuditCalls, PriceCall, global::Shop.Quote>, global::Shop.Quote>(new LogCalls(this._logInterceptor), inAudit, context);
            return inLog.InvokeAsync();
        }

        // The call of Price that its interceptors wrap.
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private readonly struct PriceCall : global::Sluice.IStageCall<global::Shop.Quote>
        {
            private readonly global::Shop.Checkout _pipeline;
            private readonly global::Shop.Cart _cart;

            internal PriceCall(global::Shop.Checkout pipeline, global::Shop.Cart cart)
            {
                _pipeline = pipeline;
                _cart = cart;
            }

            public global::System.Threading.Tasks.ValueTask<global::Shop.Quote> InvokeAsync() => _pipeline.PriceAsync(_cart);
        }

        // Reserve with its policies, outermost first: Intercept<Log>, Intercept<Audit>, Intercept<Timing>, Intercept<Log>.
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private global::System.Threading.Tasks.ValueTask<global::Shop.Stock> ReserveWithPolicies(global::Shop.Cart cart, global::Sluice.CompilerServices.RunScope scope, global::System.Threading.CancellationToken token)
        {
            var context = scope.Stage(2, token);
            var call = new ReserveCall(this, cart, token, context);
            var inLog = new global::Sluice.CompilerServices.InterceptedCall<LogCalls, ReserveCall, global::Shop.Stock>(new LogCalls(this._logInterceptor), call, context);
            var inTiming = new global::Sluice.CompilerServices.InterceptedCall<global::Shop.Timing, global::Sluice.CompilerServices.InterceptedCall<LogCalls, ReserveCall, global::Shop.Stock>, global::Shop.Stock>(new global::Shop.Timing(), inLog, context);
            var inAudit = new global::Sluice.CompilerServices.InterceptedCall<AuditCalls, global::Sluice.CompilerServices.InterceptedCall<global::Shop.Timing, global::Sluice.CompilerServices.InterceptedCall<LogCalls, ReserveCall, global::Shop.Stock>, global::Shop.Stock>, global::Shop.Stock>(new AuditCalls(this.WarehouseStages.Auditing), inTiming, context);
            var inLog2 = new global::Sluice.CompilerServices.InterceptedCall<LogCalls, global::Sluice.CompilerServices.InterceptedCall<AuditCalls, global::Sluice.CompilerServices.InterceptedCall<global::Shop.Timing, global::Sluice.CompilerServices.InterceptedCall<LogCalls, ReserveCall, global::Shop.Stock>, global::Shop.Stock>, global::Shop.Stock>, global::Shop.Stock>(new LogCalls(this._logInterceptor), inAudit, context);
            return inLog2.InvokeAsync();
        }

        // The call of Reserve that its interceptors wrap.
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private readonly struct ReserveCall : global::Sluice.IStageCall<global::Shop.Stock>
        {
            private readonly global::Shop.Checkout _pipeline;
            private readonly global::Shop.Cart _cart;
            private readonly global::System.Threading.CancellationToken _token;
            private readonly global::Sluice.StageContext _context;

            internal ReserveCall(global::Shop.Checkout pipeline, global::Shop.Cart cart, global::System.Threading.CancellationToken token, global::Sluice.StageContext context)
            {
                _pipeline = pipeline;
                _cart = cart;
                _token = token;
                _context = context;
            }

            public global::System.Threading.Tasks.ValueTask<global::Shop.Stock> InvokeAsync() => new global::System.Threading.Tasks.ValueTask<global::Shop.Stock>(global::Sluice.CompilerServices.Returned.NotNull(_pipeline.WarehouseStages.ReserveAsync(_cart, _context, _token), "Reserve"));
        }

        // Report with its policies, outermost first: Intercept<Log>, Intercept<Audit>.
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        [global::System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(global::Sluice.CompilerServices.StageMethodBuilder))]
        private async global::System.Threading.Tasks.ValueTask ReportWithPolicies(global::Shop.Stock stock, global::Sluice.CompilerServices.RunScope scope, global::System.Threading.CancellationToken token)
        {
            var context = scope.Stage(3, token);
            var call = new ReportCall(this, stock, scope);
            var inAudit = new global::Sluice.CompilerServices.InterceptedCall<AuditCalls, ReportCall, global::System.ValueTuple>(new AuditCalls(this.WarehouseStages.Auditing), call, context);
            var inLog = new global::Sluice.CompilerServices.InterceptedCall<LogCalls, global::Sluice.CompilerServices.InterceptedCall<AuditCalls, ReportCall, global::System.ValueTuple>, global::System.ValueTuple>(new LogCalls(this._logInterceptor), inAudit, context);
            await inLog.InvokeAsync().ConfigureAwait(false);
        }

        // The call of Report that its interceptors wrap.
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private readonly struct ReportCall : global::Sluice.IStageCall<global::System.ValueTuple>
        {
            private readonly global::Shop.Checkout _pipeline;
            private readonly global::Shop.Stock _stock;
            private readonly global::Sluice.CompilerServices.RunScope _scope;

            internal ReportCall(global::Shop.Checkout pipeline, global::Shop.Stock stock, global::Sluice.CompilerServices.RunScope scope)
            {
                _pipeline = pipeline;
                _stock = stock;
                _scope = scope;
            }

            [global::System.Runtime.CompilerServices.AsyncMethodBuilder(typeof(global::Sluice.CompilerServices.StageMethodBuilder<>))]
            public async global::System.Threading.Tasks.ValueTask<global::System.ValueTuple> InvokeAsync()
            {
                await _pipeline.WarehouseStages.ReportAsync(_stock, _scope.Context).ConfigureAwait(false);
                return default;
            }
        }

        // Parse with its policies, outermost first: Intercept<Log>, Intercept<Timing>.
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private global::Shop.Cart ParseWithPolicies(global::Shop.Order order, global::Sluice.CompilerServices.RunScope scope, global::System.Threading.CancellationToken token)
        {
            var context = scope.Stage(0, token);
            var call = new ParseCall(order);
            var inTiming = new global::Sluice.CompilerServices.SynchronousInterceptedCall<global::Shop.Timing, ParseCall, global::Shop.Cart>(global::Shop.Checkout.Clock, call, context);
            var inLog = new global::Sluice.CompilerServices.SynchronousInterceptedCall<LogCalls2, global::Sluice.CompilerServices.SynchronousInterceptedCall<global::Shop.Timing, ParseCall, global::Shop.Cart>, global::Shop.Cart>(new LogCalls2(this._logInterceptor), inTiming, context);
            return inLog.Invoke();
        }

        // The call of Parse that its interceptors wrap.
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private readonly struct ParseCall : global::Sluice.ISynchronousStageCall<global::Shop.Cart>
        {
            private readonly global::Shop.Order _order;

            internal ParseCall(global::Shop.Order order)
            {
                _order = order;
            }

            public global::Shop.Cart Invoke() => global::Shop.Checkout.Parse(_order);
        }

        // Note with its policies, outermost first: Intercept<Log>.
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private void NoteWithPolicies(global::Shop.Cart cart, global::Sluice.CompilerServices.RunScope scope, global::System.Threading.CancellationToken token)
        {
            var context = scope.Stage(4, token);
            var call = new NoteCall(this, cart);
            var inLog = new global::Sluice.CompilerServices.SynchronousInterceptedCall<LogCalls2, NoteCall, global::System.ValueTuple>(new LogCalls2(this._logInterceptor), call, context);
            inLog.Invoke();
        }

        // The call of Note that its interceptors wrap.
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private readonly struct NoteCall : global::Sluice.ISynchronousStageCall<global::System.ValueTuple>
        {
            private readonly global::Shop.Checkout _pipeline;
            private readonly global::Shop.Cart _cart;

            internal NoteCall(global::Shop.Checkout pipeline, global::Shop.Cart cart)
            {
                _pipeline = pipeline;
                _cart = cart;
            }

            public global::System.ValueTuple Invoke()
            {
                _pipeline.Note(_cart);
                return default;
            }
        }

        // Close with its policies, outermost first: Intercept<Log>.
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private global::Shop.Receipt CloseWithPolicies(global::Shop.Stock stock, global::Shop.Quote quote, global::Sluice.CompilerServices.RunScope scope, global::System.Threading.CancellationToken token)
        {
            var context = scope.Stage(5, token);
            var call = new CloseCall(stock, quote);
            var inLog = new global::Sluice.CompilerServices.SynchronousInterceptedCall<LogCalls2, CloseCall, global::Shop.Receipt>(new LogCalls2(this._logInterceptor), call, context);
            return inLog.Invoke();
        }

        // The call of Close that its interceptors wrap.
        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private readonly struct CloseCall : global::Sluice.ISynchronousStageCall<global::Shop.Receipt>
        {
            private readonly global::Shop.Stock _stock;
            private readonly global::Shop.Quote _quote;

            internal CloseCall(global::Shop.Stock stock, global::Shop.Quote quote)
            {
                _stock = stock;
                _quote = quote;
            }

            public global::Shop.Receipt Invoke() => global::Shop.Checkout.Close(_stock, _quote);
        }

        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private readonly global::Shop.Audit _auditInterceptor = new();

        [global::System.CodeDom.Compiler.GeneratedCode("Sluice", "0.1.0")]
        private readonly global::Shop.Log _logInterceptor = new();
